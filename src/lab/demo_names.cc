#include "lab/demo_names.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace lab {

const std::vector<std::string_view>& given_names() {
  static const std::vector<std::string_view> names = base::split_words(
      "Katherine William Robert Elizabeth Alexander Thomas Michael Jennifer Christopher Margaret "
      "Nicholas Samuel Daniel Rebecca Matthew Victoria Benjamin Timothy Deborah Patricia Edward "
      "Grace Oliver Hannah Jack Emily Harry Charlotte George Amelia Arthur Florence Ruth Nathan "
      "Astrid Björn Elin Gustav Ingrid Karin Lars Linnea Magnus Nils Oskar Saga Sven Tove Viktor "
      "Åsa Örjan Aino Eero Hilja Juhani Kaisa Mikko Päivi Timo Anders Birgit Freja Jens Mette "
      "Søren "
      "Ole Solveig Leif Sigrid Hans Johannes Greta Jürgen Käthe Lukas Matthias Sabine Ulrike "
      "Wolfgang "
      "Heike Dieter Anneliese Florian Adèle Benoît Camille Chloé Étienne François Géraldine Hélène "
      "Jérôme Margaux Noémie Rémi Sylvie Théo Zoé Alessandra Bianca Chiara Davide Elisa Federico "
      "Giuseppe Giulia Lorenzo Martina Niccolò Paola Silvia Andrés Beatriz Carmen Diego Elena "
      "Francisco Gonzalo Inés Íñigo Javier Lucía Marisol Nuria Pablo Rocío Santiago Tomás Ximena "
      "Ana Bruno Catarina Duarte Fábio Inês João Luísa Tiago Agnieszka Bartosz Dorota Grzegorz "
      "Halina Jacek Katarzyna Łukasz Małgorzata Paweł Wojciech Zofia Anežka Bohumil Dušan Eliška "
      "Jiří Kateřina Ondřej Šárka Vojtěch Ágnes Balázs Csilla Gábor Ildikó Zsófia Анна Борис Дарья "
      "Екатерина Игорь Мария Николай Ольга Сергей Татьяна Олена Тарас Aleksandr Irina Dragan "
      "Jelena "
      "Milica Nikola Ayşe Burak Çağla Emre Gülşen Mehmet Zeynep Yasmin Omar Layla Karim Fatima "
      "Hassan "
      "Noor Tariq Aditi Arjun Deepa Kavya Lakshmi Manish Priya Rahul Sunita Vikram Akiko Daichi "
      "Haruka Kenji Naoko Takeshi Yuki Ji-woo Min-jun Seo-yeon Hye-jin Wei Xiaoming Yan Jing Minh "
      "Linh Thảo Chidi Adaeze Kwame Ama Wanjiru Thabo Zanele Nia Amara Kofi Makena Tendai "
      "小明 丽华 建国 雪梅");
  return names;
}

const std::vector<std::string_view>& family_names() {
  static const std::vector<std::string_view> names = base::split_words(
      "Ashworth Barlow Blackwood Carver Crosby Dawson Ellery Fairfax Fletcher Garrick Hadley "
      "Harlow "
      "Hastings Ingram Kendrick Langford Mercer Norwood Oakley Pemberton Quill Radcliffe Sherwood "
      "Thatcher Underhill Vance Wainwright Whitlock Yardley Abernathy Brannigan Callaghan Donnelly "
      "Fitzgerald Gallagher Hennessy Kavanagh MacLeod McAllister O'Brien O'Sullivan Rafferty "
      "Sinclair "
      "Llewellyn Pritchard Vaughan Andersson Bergström Bjurman Dahlgren Ekström Forsberg Grönlund "
      "Hallström Isaksson Järvinen Karlsson Ljungqvist Malmberg Nyström Ödman Palmgren Rosén "
      "Sjöberg "
      "Thorén Ulvaeus Wallin Åkesson Öberg Aaltonen Heikkinen Korhonen Lehtonen Mäkinen Niemelä "
      "Rautio Virtanen Bakke Dahl Eriksen Fossum Haugen Iversen Kristiansen Lindvik Moen Nygård "
      "Østby Rønning Solberg Tveit Bech Christoffersen Frandsen Højgaard Kjær Mikkelsen Nørgaard "
      "Overgaard Skovgaard Thygesen Ackermann Baumgartner Brückner Dietrich Eberhardt Fröhlich "
      "Grünwald Hoffmann Jäger Köhler Lindemann Müller Neumann Oppermann Pfeiffer Rosenthal "
      "Schäfer Steinbach Trautmann Vogelsang Weißenberg Zimmermann Arnaud Beaumont Chevalier "
      "Delacroix Dubois Fontaine Girard Lefèvre Marchand Moreau Perrault Rousseau Séverin Thibault "
      "Vasseur Bellini Bianchi Caruso Colombo D'Angelo Esposito Ferrari Galli Lombardi Mancini "
      "Moretti Palumbo Ricci Rinaldi Santoro Vitale Aguilar Benítez Cabrera Domínguez Escobar "
      "Fernández García Herrera Ibáñez Jiménez Márquez Núñez Ortega Peñalver Quintana Ramírez "
      "Salgado Torres Urrutia Vázquez Zamora Almeida Barbosa Carvalho Esteves Figueira Gonçalves "
      "Magalhães Nogueira Oliveira Ribeiro Simões Teixeira Adamczyk Borkowski Czarnecki Dąbrowski "
      "Górski Jabłoński Kowalczyk Lewandowski Mazurek Nowicki Pawlak Sikorska Szymański Wiśniewska "
      "Wójcik Zieliński Bartoš Černý Dvořák Havlíček Kučera Novotný Procházka Růžička Svoboda "
      "Veselý Balogh Fekete Horváth Kovács Molnár Németh Szabó Tóth Varga Алексеев Васильева "
      "Гордеев "
      "Ковалёва Лебедев Морозова Новиков Орлова Павлов Соколова Шевченко Коваленко Petrović "
      "Jovanović "
      "Kovačević Nikolić Stojanović Aksoy Çelik Demir Kaya Özdemir Şahin Yıldız Al-Farsi El-Sayed "
      "Haddad Khalil Mansour Nasser Rahman Siddiqui Banerjee Chatterjee Desai Gupta Iyer Joshi "
      "Kapoor Mehta Nair Patel Rao Sharma Singh Verma Fujimoto Hayashi Ishikawa Kobayashi Matsuda "
      "Nakamura Okada Sato Suzuki Tanaka Watanabe Yamamoto Choi Jung Kang Kim Lee Park Shin Yoon "
      "Chen Huang Li Lin Liu Wang Wu Xu Yang Zhang Zhao Nguyen Pham Tran Abiola Adeyemi Boateng "
      "Chukwu Diallo Eze Mensah Mokoena Mwangi Ndlovu Nkosi Okafor Okonkwo Owusu Traoré 王 李 张 "
      "刘");
  return names;
}

const std::vector<std::string_view>& company_names() {
  static const std::vector<std::string_view> names = base::split_words(
      "Northwind Bluefjord Halcyon Brightwater Ironleaf Quantica Solstice Meridian Larkspur "
      "Tidewell "
      "Copperline Everspring Foxglove Granitework Harborlight Juniper Kestrel Lumenfield "
      "Mapleforge "
      "Nimbusworks Oakhaven Pinecrest Quillmark Riverstone Saltmarsh Thistledown Umbra Vantage "
      "Willowbrook Yarrow Zephyr Alderwood Beaconry Cinderpath Driftwood Emberline Fernhill "
      "Glassbridge "
      "Hollyoak Inkwell Jetstream Kiteworks Lanternfish Moonraker Nettlefield Orchardway Paperboat "
      "Quarryside Rookery Stonecrop Tamarind Undertow Violetta Wavelength Xylem Yellowhammer");
  return names;
}

const std::vector<std::string_view>& job_titles() {
  static const std::vector<std::string_view> titles = {
      "Engineer",   "Product Manager",   "Designer",  "Founder",         "Head of Sales",
      "Analyst",    "Managing Director", "Architect", "Research Fellow", "Recruiter",
      "Consultant", "Operations Lead",   "Editor",    "Professor",       "Chief Technology Officer"};
  return titles;
}

std::string_view nickname_of(std::string_view given) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 20> nicknames = {{
      {"Katherine", "Kate"}, {"William", "Bill"}, {"Robert", "Bob"},   {"Elizabeth", "Liz"},     {"Alexander", "Alex"},
      {"Thomas", "Tom"},     {"Michael", "Mike"}, {"Jennifer", "Jen"}, {"Christopher", "Chris"}, {"Margaret", "Maggie"},
      {"Nicholas", "Nick"},  {"Samuel", "Sam"},   {"Daniel", "Dan"},   {"Rebecca", "Becky"},     {"Matthew", "Matt"},
      {"Victoria", "Vicky"}, {"Benjamin", "Ben"}, {"Timothy", "Tim"},  {"Francisco", "Paco"},    {"Edward", "Ted"},
  }};
  for (const auto& [name, nickname] : nicknames) {
    if (name == given) return nickname;
  }
  return {};
}

}  // namespace lab
